/** Names for those who need not think of one. */
import { variantOf } from './variant.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const NAME_LOCALES = ['en', 'zh-CN'] as const;
export type NameLocale = (typeof NAME_LOCALES)[number];

/** Every first with every second is a name. */
export const NAME_PARTS: Readonly<
  Record<NameLocale, { firsts: readonly string[]; seconds: readonly string[]; between: string }>
> = {
  en: {
    between: ' ',
    firsts: words(`
      Able Amber Ample Azure Bold Brave Bright Brisk Bronze Calm Candid Cheerful Clever Cosmic Cosy Crimson
      Crisp Curious Daring Dapper Deft Eager Early Earnest Electric Emerald Fair Fearless Fleet Fond Frosty Gentle
      Glad Golden Grand Happy Hardy Hearty Honest Humble Indigo Ivory Jolly Jovial Keen Kind Lively Lucky Lunar
      Mellow Merry Mighty Misty Neat Nimble Noble Patient Plucky Polite Proud Quick Quiet Radiant Ready Rosy Royal
      Rustic Scarlet Serene Sharp Shiny Silver Smart Snowy Solar Spry Stellar Sturdy Sunny Swift Tidy Topaz Trusty
      Velvet Vivid Warm Upbeat Wise Witty Zesty`),
    seconds: words(`
      Acorn Alpaca Badger Bamboo Beacon Bluebell Birch Bison Breeze Brook Canyon Cedar Clover Comet Condor Coral
      Cricket Crane Daisy Dolphin Dove Eagle Ember Falcon Fern Finch Fjord Fox Gecko Geyser Glacier Grove Harbour
      Hawk Hazel Heron Hedgehog Ibis Island Jaguar Juniper Kestrel Kiwi Koala Lagoon Lark Lemur Lily Llama Lotus Lynx
      Magpie Mango Maple Marmot Meadow Meteor Moose Moth Nebula Newt Oak Ocelot Orbit Orca Osprey Otter Owl Panda
      Pebble Penguin Pine Planet Plover Puffin Quail Quokka Raven Reef River Robin Sable Seal Sparrow Spruce Stork
      Sunrise Swan Tapir Tiger Toucan Tulip Turtle Walrus Willow Wombat Wren Yak Zebra`),
  },
  'zh-CN': {
    between: '',
    firsts: words(`
      机灵的 沉稳的 勇敢的 温柔的 幸运的 开朗的 聪明的 快乐的 敏捷的 安静的 闪亮的 热心的 好奇的 认真的 诚实的
      细心的 耐心的 友善的 活泼的 从容的 坚定的 大方的 谦虚的 优雅的 爽朗的 淡定的 乐观的 自信的 勤快的 专注的
      可靠的 灵巧的 轻快的 明亮的 温暖的 清凉的 清晨的 午后的 星空的 海边的 山间的 林中的 云上的 雪中的 雨后的
      春天的 夏日的 秋天的 冬日的 金色的 银色的 蔚蓝的 翠绿的 火红的 雪白的 琥珀的 彩虹的 月下的 远方的 早起的
      微笑的 歌唱的 奔跑的 飞翔的`),
    seconds: words(`
      水獭 熊猫 燕子 猞猁 白鹭 考拉 知更鸟 海豚 壁虎 枫叶 彗星 松鼠 海豹 企鹅 麋鹿 羚羊 斑马 骆驼 河马 刺猬
      小鹿 雪豹 金丝猴 百灵 喜鹊 翠鸟 丹顶鹤 天鹅 鸿雁 雄鹰 猫头鹰 啄木鸟 锦鲤 海马 珊瑚 海星 鲸鱼 海龟 蜻蜓
      蝴蝶 萤火虫 瓢虫 银杏 白杨 青松 翠竹 荷花 梅花 兰草 向日葵 蒲公英 三叶草 小溪 湖泊 山谷 岛屿 灯塔 帆船
      流星 卫星 银河 朝阳 晚霞 微风 雪花 浪花`),
  },
};

/** A name in the language `locale` that is not `taken`. `random`: 0 ≤ x < 1. */
export function generatedName(
  random: () => number,
  locale: NameLocale,
  taken: (name: string) => boolean,
): string {
  const { firsts, seconds, between } = NAME_PARTS[locale];
  const pick = (list: readonly string[]): number => Math.floor(random() * list.length);
  const first = pick(firsts);
  const second = pick(seconds);
  /** The names one after the other, each once, and neighbours without a word in common. */
  const nameAt = (step: number): string => {
    const round = Math.floor(step / seconds.length);
    const along = step % seconds.length;
    const left = firsts[(first + along + round) % firsts.length] ?? '';
    return `${left}${between}${seconds[(second + along) % seconds.length] ?? ''}`;
  };
  for (let step = 0; step < firsts.length * seconds.length; step++)
    if (!taken(nameAt(step))) return nameAt(step);
  return variantOf(nameAt(0), taken);
}
