/** What does not belong on a classroom's wall, in the form that `rude.ts` compares: small letters, no accents. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Rude wherever it stands: no innocent name or word holds it, but for those below. */
export const ANYWHERE = words(`
  fuck nigger nigga bitch faggot asshole arsehole asswipe dickhead cocksuck blowjob handjob motherf douchebag
  wanker bastard dildo jizz hitler pornhub bullshit shithead dipshit shitface vagina masturbat orgasm jerkoff
  suckmy killyourself
  caonima nimabi tamade wangbadan ganniniang
  傻逼 傻比 傻笔 傻币 傻b 傻叉 傻x 傻缺 傻吊 傻狗 煞笔 煞逼 煞比 杀笔 沙笔 啥比
  草泥马 草尼玛 草拟马 草拟妈 草你妈 草你大爷 曹尼玛 曹你妈 操尼玛 操你妈 操你媽 操你大爷 操你全家 操他妈 操蛋 操逼
  我操 卧槽 我艹 艹你 肏 屄 屌 日你妈 日你大爷 日你全家 你妈逼 你妈比 你妈b 尼玛逼 妈逼 妈卖批 妈买批
  你妈的 你媽的 他妈的 他媽的 他娘的 尼玛死 你妈死 死全家 干你娘 幹你娘 狗日的 狗娘养 狗杂种
  鸡巴 鸡b 雞巴 雞掰 苦逼 装逼 牛逼 二逼 骚逼 死逼 逼样 婊 贱人 贱货 賤人 骚货 荡妇 淫荡 淫秽 妓女 嫖娼
  强奸 強姦 轮奸 肛门 阴道 阴茎 精液 射精 自慰 手淫 口交 做爱 性交 屁眼 裸聊 色情 黄片 约炮 打炮 撸管
  脑残 智障 弱智 废物 去死 滚蛋 滚犊子 王八蛋 王八羔子 龟孙子 混蛋 杂种 畜生 狗屎 吃屎 纳粹 希特勒 支那 黑鬼
`);

/**
 * Rude as a word of its own; inside others innocent: Hancock, Harshit, Scunthorpe, Siriporn, Janus, 吃鸡吧, 王八一.
 * Some are names as well (Dick, Kike, the initials S. B.): here the teacher has the last word.
 */
export const ALONE = words(`
  shit shits shitty shitter fck fcuk cunt cunts ass asses asshat arse dick dicks cock cocks penis penises pussy
  slut sluts whore whores hoes wank wankers cum tits titties boob boobs boobies boner sex sexy porn porno rape raper
  rapist nazi nazis kkk fag fags retard retarded anus anal clit twat thot milf hentai prick bellend tosser
  piss pissed testicle testicles suicide wtf stfu gtfo kys chink chinks spic kike gook coon tranny paki beaner
  sb dsb shabi wocao jiba biaozi hundan nmsl cnm cnmb wcnm wdnmd tmd mlgb nmb nmd rnm mmp
  逼 操 艹 屎 妈的 媽的 鸡吧 王八 日你 沙比
`);

/** Innocent words that hold rude ones, or the seam of one: they are cut out before anything is looked for. */
export const INNOCENT = words(`
  snigger
  操作 操心 操场 操练 操控 操办 操劳 操持 操守 操盘 操刀 体操 做操 早操
  爱心 爱好 爱笑 爱吃 爱看 爱玩 路口 人口 出口 进口 港口 窗口 门口 特色 景色 角色 本色 红色 绿色 蓝色 白色 黑色
  林阴 印度支那 支那半岛 牲畜 家畜 除去 失去 死海 死角 死皮 打炮仗 姜黄片 黄片糖 废物利用 天狗
  弱智能 滚蛋糕 混蛋糕 弹性交
`);
