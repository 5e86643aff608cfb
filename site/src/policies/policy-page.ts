import { drawInTime } from '../draw-in-time.ts';
import { startFilter } from './provision-filter.ts';
import { startSourcePanel } from './source/source-panel.ts';

startFilter();
startSourcePanel();
document.documentElement.dataset.ready = '';
drawInTime('.provision');
