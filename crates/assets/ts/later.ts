/** Runs `work` once the calls have stopped for `pause` milliseconds. */
export function afterPause(pause: number, work: () => void): () => void {
  let timer: number | undefined;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(work, pause);
  };
}
