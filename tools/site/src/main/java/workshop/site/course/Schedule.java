package workshop.site.course;

import java.util.List;

/**
 * A way to spend a given time on the course.
 *
 * @param id      its id
 * @param title   its name for a reader
 * @param minutes the time there is
 * @param slots   what to do with it, in order
 */
public record Schedule(String id, String title, int minutes, List<Slot> slots) {
    /**
     * One entry of it.
     *
     * @param kind    what it is: a chapter to work through, a break, or a talk of the group
     * @param text    the id of the chapter, or what happens
     * @param minutes how long it takes
     * @param how     what happens in the room; empty if it needs no words
     */
    public record Slot(String kind, String text, int minutes, String how) {
    }
}
