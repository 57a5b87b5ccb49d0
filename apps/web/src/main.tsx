import { render } from 'preact';
import { App } from './app.tsx';
import { locale } from './locale.ts';
import './styles/base.css';

document.documentElement.lang = locale;

const root = document.getElementById('app');
if (root) render(<App />, root);
