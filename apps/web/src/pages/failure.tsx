import css from './failure.module.css';

/** When a part could not be loaded or drawn. In both languages: the words may be what is missing. */
export const Failure = () => (
  <main class={css.failure}>
    <div role="alert">
      <h1>
        This page did not load completely. <span lang="zh-CN">页面没有加载完整。</span>
      </h1>
    </div>
    <p>
      Nothing is lost: your match waits on the server.{' '}
      <span lang="zh-CN">什么都没有丢失,对局保存在服务器上。</span>
    </p>
    <button type="button" class={css.reload} onClick={() => location.reload()}>
      Reload · <span lang="zh-CN">刷新</span>
    </button>
  </main>
);
