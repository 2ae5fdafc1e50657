/**
 * Chaos: what relay and hubs must withstand. Programs run as processes of their own in one small
 * invented world; they are killed, their disks fill up, their folders go away and their clocks
 * jump, while what becomes of every file is watched. {@code docs/reliability.md} lists what was
 * tried.
 */
@NullMarked
package careplanhub.lab.chaos;

import org.jspecify.annotations.NullMarked;
