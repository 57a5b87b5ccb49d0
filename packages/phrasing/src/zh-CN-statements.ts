import type { Words } from './words.ts';

export const STATEMENTS: Words['statements'] = {
  'ack-is-last-octet': {
    wrong: 'SEG.ACK 是已收到的最后一个字节的编号。',
    right: 'SEG.ACK 是期望收到的下一个字节的编号。',
  },
  'ack-adds-one-always': {
    wrong: 'SEG.ACK 总要在已收到数据的末尾之后再加一。',
    right: 'SEG.ACK 按收到的字节数推进，只有 SYN 或 FIN 才会再多算一个。',
  },
  'sequence-space-is-31-bits': {
    wrong: '序列号最大到 2^31 − 1，用完后连接必须关闭。',
    right: '序列号一直到 2^32 − 1，之后从 0 继续。',
  },
  'pure-ack-uses-a-number': {
    wrong: '每个报文段都占用一个序列号，不带数据的 ACK 也不例外。',
    right: '不带数据的 ACK 不占序列号：其后的数据使用同一个 SEG.SEQ。',
  },
  'push-occupies-a-number': {
    wrong: 'PSH 和 SYN、FIN 一样占用一个序列号。',
    right: '控制位中只有 SYN 和 FIN 占用序列号。',
  },
  'ack-jumps-the-gap': {
    wrong: '收到第 1–10 和第 21–30 字节后，SEG.ACK 表示期望第 31 字节。',
    right: '无论缺口之后收到多少数据，SEG.ACK 都停在缺口之前。',
  },
  'numbers-start-at-zero': {
    wrong: '每条连接的序列号都从 0 开始。',
    right: '两端各自选取难以猜测的初始序列号；抓包里看到的 0 只是相对显示。',
  },
  'one-numbering-for-both': {
    wrong: '连接的两端共用同一套编号。',
    right: '两个方向各有自己的编号：SEG.SEQ 属于一个方向，SEG.ACK 属于另一个方向。',
  },
  'isn-is-first-octet': {
    wrong: '第一个数据字节使用初始序列号。',
    right: 'SYN 使用初始序列号，第一个数据字节使用它之后的那个编号。',
  },
  'ack-forgets-syn': {
    wrong: 'SEG.SEQ 为 100 的 SYN 由 SEG.ACK 100 确认。',
    right: 'SEG.SEQ 为 100 的 SYN 由 SEG.ACK 101 确认，因为 SYN 占用一个编号。',
  },
  'ack-forgets-fin': {
    wrong: 'FIN 不带数据，所以 SEG.ACK 不计入它。',
    right: 'FIN 占用一个编号，因此确认它的 SEG.ACK 要再加一。',
  },
  'own-fin-uses-no-number': {
    wrong: '发出 FIN 之后，本端继续使用 FIN 的那个编号。',
    right: '发出 FIN 之后，本端使用 FIN 之后的那个编号。',
  },
  'reset-for-lost-third-ack': {
    wrong: '第三次握手的 ACK 丢失后，随后到达的数据会被 RST。',
    right: '第三次握手的 ACK 丢失后，携带相同 ACK 的数据也能完成握手。',
  },
  'first-syn-has-ack': {
    wrong: '连接的第一个 SYN 带有 ACK。',
    right: '第一个 SYN 不带 ACK：此时还没有任何可以确认的东西。',
  },
  'only-servers-listen-only-clients-open': {
    wrong: 'TCP 区分客户端和服务器：两端都主动 OPEN 就无法建立连接。',
    right: '对 TCP 来说两端是对等的：两个交叉的主动 OPEN 也会建立一条连接。',
  },
  'established-too-late': {
    wrong: '主动打开的一端要等对方收到第三个报文段后才进入 ESTABLISHED。',
    right: '主动打开的一端收到 SYN,ACK 就进入 ESTABLISHED。',
  },
  'syn-cannot-carry-data': {
    wrong: 'SYN 不允许携带数据。',
    right: 'SYN 可以携带数据，等连接进入 ESTABLISHED 后再交付。',
  },
  'syn-answered-by-ack': {
    wrong: '在 LISTEN 收到 SYN 时先回 ACK，自己的 SYN 稍后再发。',
    right: '在 LISTEN 收到 SYN 时回 SYN,ACK：一个报文段既确认又打开另一个方向。',
  },
  'state-runs-ahead': {
    wrong: '处于 LISTEN 的一端收到 SYN 就进入 ESTABLISHED。',
    right:
      '处于 LISTEN 的一端收到 SYN 后进入 SYN-RECEIVED，自己的 SYN 被确认后才进入 ESTABLISHED。',
  },
  'fin-without-ack': {
    wrong: '发送 FIN 时不带 ACK，因为它没有什么要确认的。',
    right: '连接建立后每个报文段都带 ACK，FIN 也一样。',
  },
  'close-takes-four-segments': {
    wrong: '关闭连接总是需要四个报文段。',
    right: '如果另一端立即关闭，把 FIN 和 ACK 合在一起，三个报文段就够了。',
  },
  'ack-and-fin-stay-apart': {
    wrong: '对 FIN 的确认和自己的 FIN 绝不能合成一个报文段。',
    right: '如果应用此时已经关闭，对 FIN 的确认和自己的 FIN 可以合成一个报文段。',
  },
  'fin-before-close': {
    wrong: '收到 FIN 后，TCP 会立即自动发送自己的 FIN。',
    right: '收到 FIN 后 TCP 先确认；自己的 FIN 要等应用调用 CLOSE。',
  },
  'close-always-sends-fin': {
    wrong: 'CLOSE 总会发送 FIN。',
    right: '在 SYN-SENT 中调用 CLOSE 什么也不发送：还没有连接可以结束。',
  },
  'state-lags-behind': {
    wrong: '调用 CLOSE 后，本端在 FIN 被确认之前一直处于 ESTABLISHED。',
    right: '调用 CLOSE 使本端从 ESTABLISHED 进入 FIN-WAIT-1，不必等待 FIN 的确认。',
  },
  'fin-skips-data': {
    wrong: 'CLOSE 会丢弃尚未发送的数据。',
    right: 'CLOSE 会先发完等待中的数据，再发送 FIN。',
  },
  'fin-ends-both-ways': {
    wrong: 'FIN 会同时结束两个方向。',
    right: 'FIN 只结束一个方向：另一端可以继续发送，并得到确认。',
  },
  'ends-mixed-up': {
    wrong: '收到第一个 FIN 的一端处于 FIN-WAIT-1。',
    right: '收到第一个 FIN 的一端处于 CLOSE-WAIT；处于 FIN-WAIT-1 的是发送它的一端。',
  },
  'ack-answers-ack': {
    wrong: '每个到达的 ACK 都要再被确认。',
    right: '没有带来新内容的 ACK 不需要回应，否则将没完没了。',
  },
  'each-segment-has-its-ack': {
    wrong: '每个带数据的报文段都有一个单独的 ACK 来确认。',
    right: 'SEG.ACK 确认它之前的全部内容，无论那些内容分成多少个报文段到达。',
  },
  'urgent-means-first': {
    wrong: 'URG 会让报文段插队先行。',
    right: 'URG 只标记数据流中的一个位置，不改变顺序，也不改变编号。',
  },
  'lost-ack-repeated': {
    wrong: '纯 ACK 丢失后，TCP 会重新发送它。',
    right: '纯 ACK 不会因超时重传：由对方重传没有得到确认的内容。',
  },
  'new-number-when-repeated': {
    wrong: '重传的报文段会使用新的序列号。',
    right: '重传的报文段保持原来的序列号，否则无法认出是同一个。',
  },
  'fin-processed-early': {
    wrong: 'FIN 先于它前面的数据到达时，会立即生效。',
    right: '只有 FIN 之前的内容全部到达后，FIN 才生效。',
  },
  'time-wait-at-wrong-end': {
    wrong: '经过 TIME-WAIT 的是最后关闭的一端。',
    right: '经过 TIME-WAIT 的是先关闭的一端；如果两个 FIN 交叉，则两端都要经过。',
  },
  'no-time-wait': {
    wrong: '两个 FIN 都被确认后，两端立即进入 CLOSED。',
    right: '即使两个 FIN 都已确认，先关闭的一端仍要在 TIME-WAIT 停留 2 MSL。',
  },
  'time-wait-is-deaf': {
    wrong: '在 TIME-WAIT 中不再回应任何报文段。',
    right: '在 TIME-WAIT 中再次收到 FIN 时，要再次确认。',
  },
  'closing-though-fin-is-acknowledged': {
    wrong: '在 FIN-WAIT-1 收到 FIN 总是进入 CLOSING。',
    right: '在 FIN-WAIT-1 收到的 FIN 若同时确认了我方的 FIN，则进入 TIME-WAIT，否则进入 CLOSING。',
  },
  'time-wait-is-a-bug': {
    wrong: 'TIME-WAIT 是浪费，好的实现应当去掉它。',
    right: '先关闭的一端必须经过 TIME-WAIT：它防止旧报文段混入之后的连接。',
  },
  'time-wait-guards-only-the-ack': {
    wrong: 'TIME-WAIT 只是为了防备最后的 ACK 丢失。',
    right: 'TIME-WAIT 既防备最后的 ACK 丢失，也防止旧的重复报文段混入下一条连接。',
  },
  'time-wait-refuses-syn': {
    wrong: 'RFC 9293 禁止两个套接字在一端处于 TIME-WAIT 时建立任何新连接。',
    right: 'RFC 9293 允许 TIME-WAIT 接受编号超出旧连接所用范围的新 SYN。',
  },
  'crossing-syns-are-an-error': {
    wrong: '两个 SYN 交叉会产生两条连接，或者一条也没有。',
    right: '两个 SYN 交叉只产生一条连接。',
  },
  'crossing-syn-answered-by-ack': {
    wrong: '在 SYN-SENT 收到不带 ACK 的 SYN 时，回一个普通的 ACK。',
    right: '在 SYN-SENT 收到不带 ACK 的 SYN 时，回 SYN,ACK。',
  },
  'crossing-fins-need-a-tie-break': {
    wrong: '两个 FIN 交叉时，其中一端必须收回自己的 FIN。',
    right: '两个 FIN 交叉时，两端都经过 CLOSING，不需要任何协商。',
  },
  'reset-answered': {
    wrong: 'RST 和 FIN 一样需要确认。',
    right: 'RST 从不需要回应。',
  },
  'reset-without-ack': {
    wrong: 'RST 从不带 ACK。',
    right: '回应不带 ACK 的报文段时，RST 带上 ACK，好让对方知道指的是什么。',
  },
  'reset-with-ack-not-needed': {
    wrong: '回应带 ACK 的报文段时，RST 的 SEG.SEQ 为 0，并带 ACK。',
    right: '回应带 ACK 的报文段时，RST 的 SEG.SEQ 取自那个 ACK，自己不带 ACK。',
  },
  'refusal-is-silence': {
    wrong: '没有程序监听时，TCP 不回应 SYN。',
    right: '没有程序监听时，TCP 用 RST,ACK 回应 SYN。',
  },
  'listen-ignores-ack': {
    wrong: '在 LISTEN 收到不属于任何连接的 ACK 时，忽略它。',
    right: '在 LISTEN 收到不属于任何连接的 ACK 时，回 RST。',
  },
  'bad-segment-answered-by-reset': {
    wrong: '在 ESTABLISHED 的连接上，窗口之外的报文段会得到 RST。',
    right: '在 ESTABLISHED 的连接上，窗口之外的报文段会得到 ACK，除非它本身是 RST。',
  },
  'reset-looks-like-fin': {
    wrong: '应用无法区分 RST 和 FIN：两者都只是数据的结束。',
    right: 'FIN 告诉应用对方已关闭；RST 告诉应用连接被重置。',
  },
  'fin-instead-of-reset': {
    wrong: '在 ESTABLISHED 的连接上，ABORT 会发送 FIN。',
    right: '在 ESTABLISHED 的连接上，ABORT 会发送 RST，并丢弃等待中的内容。',
  },
  'half-open-is-half-closed': {
    wrong: '半打开连接是指其中一端已经发送了 FIN 的连接。',
    right: '一端已经丢失或关闭了连接，而另一端并不知道，这样的连接才是半打开的。',
  },
  'stranger-is-welcome': {
    wrong: '崩溃后重启的主机会用 ACK 回应旧连接的数据。',
    right: '崩溃后重启的主机会用 RST 回应旧连接的数据：它不认识这条连接。',
  },
  'any-reset-kills': {
    wrong: '任何落在窗口内的 RST 都会终止连接。',
    right:
      '按 RFC 9293 与 RFC 5961，只有恰好在 RCV.NXT 的 RST 才重置连接；窗口内其他位置的会被质询。',
  },
  'syn-restarts-the-connection': {
    wrong: '在 ESTABLISHED 的连接上收到 SYN 会重新开始连接。',
    right: '在 ESTABLISHED 的连接上收到 SYN 时只回质询 ACK，其他不变。',
  },
  'zero-window-means-broken': {
    wrong: '窗口为 0 表示连接已经坏了。',
    right: '窗口为 0 只是表示请等待；发送方会不断探测，直到窗口打开。',
  },
  'data-into-closed-window': {
    wrong: '窗口为 0 时，发送方仍可发送一个满的报文段。',
    right: '窗口为 0 时，发送方只会偶尔发送探测。',
  },
};
