package workshop.site.plan;

/**
 * One entry of a schedule.
 *
 * @param kind    what it is
 * @param text    the id of the chapter, or what happens
 * @param minutes how long it takes
 * @param how     what happens in the room; empty if it needs no words
 */
public record Slot(Kind kind, String text, int minutes, String how) {
    /** What a slot can be. */
    public enum Kind {
        /** Work through a chapter. */
        CHAPTER,
        /** Rest. */
        BREAK,
        /** The group, together. */
        TALK
    }
}
