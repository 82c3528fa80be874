package workshop.lab;

/**
 * Which server to try.
 *
 * @param step the number of its step, from 1
 * @param mine the learner's own, and not the solution
 */
record Choice(int step, boolean mine) {
}
