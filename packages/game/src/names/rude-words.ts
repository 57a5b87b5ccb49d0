/** What does not belong on a classroom's wall. In the form that `rude.ts` compares: small letters. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Rude wherever it stands: no innocent name or word that we know of has it inside. */
export const ANYWHERE = words(`
  fuck nigger nigga bitch faggot asshole arsehole dickhead cocksuck blowjob handjob
  wanker bastard dildo jizz hitler pornhub bullshit shithead dipshit shitface vagina whore
  suckmy killyourself caonima
  傻逼 傻比 傻b 傻叉 煞笔  傻屌 草泥马 草你妈 操你 操他 我操 卧槽 曹尼玛 操尼玛 草尼玛 日你 你妈逼
  妈逼 你妈的 他妈的 狗日 鸡巴 鸡吧 屌 装逼 牛逼 婊子 臭婊 贱人 妓女 嫖娼 强奸 肛门 阴道 阴茎 做爱 口交
  色情 黄片 约炮 打炮 脑残 智障 弱智 废物 去死 死全家 滚蛋 王八蛋 混蛋 杂种 畜生 狗屎 吃屎 纳粹 希特勒
`);

/** Rude as a word by itself; inside others it is innocent: Hancock, Harshit, Scunthorpe, Siriporn, Janus. */
export const ALONE = words(`
  shit shits shitty cunt cunts ass asses arse dick dicks cock cocks penis pussy slut sluts wank cum tits titties
  boob boobs sex sexy porn porno rape raper rapist nazi nazis kkk fag fags retard retarded anus anal clit twat milf
  hentai wtf stfu gtfo kys chink spic kike gook coon tranny
  sb dsb shabi nmsl cnm wcnm tmd mlgb nmb rnm 逼 操 屎
`);
