package workshop.site.plan;

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
    /** {@return the minutes of all slots} */
    public int planned() {
        return slots.stream().mapToInt(Slot::minutes).sum();
    }
}
