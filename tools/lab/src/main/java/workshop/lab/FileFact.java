package workshop.lab;

/**
 * What can be seen of a file.
 *
 * @param size  in bytes
 * @param lines how many lines it has, as far as it is short; in step 04 each part of the work writes one
 */
record FileFact(long size, int lines) {
}
