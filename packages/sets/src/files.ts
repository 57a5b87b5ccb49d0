export * from './gift-reader.ts';
export * from './gift-writer.ts';
export * from './kahoot-reader.ts';
export * from './moodle-reader.ts';
export * from './moodle-writer.ts';
export * from './read-file.ts';
