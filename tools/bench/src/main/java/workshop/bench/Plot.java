package workshop.bench;

/**
 * A picture for the course.
 */
interface Plot {
    /** The picture, as a document of its own. */
    String svg();
}
