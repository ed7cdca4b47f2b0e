package org.vmalloscope.diagram;

import java.util.Locale;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.PageRange;

/// How amounts are written: bytes in binary units, counts with a thin space from 1 000 on, pages in words.
public final class Sizes {
    private static final Phrases PHRASES = Phrases.ofDefaultLocale();
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final char THIN_SPACE = '\u2009';

    private Sizes() {}

    /// A signed number, its digits in threes: `8 192`.
    public static String number(long value) {
        return value < 0 ? "\u2212" + count(-value) : count(value);
    }

    /// An unsigned number, its digits in threes.
    public static String count(long value) {
        StringBuilder digits = new StringBuilder(Long.toUnsignedString(value));
        for (int place = digits.length() - 3; place > 0; place -= 3) {
            digits.insert(place, THIN_SPACE);
        }
        return digits.toString();
    }

    /// Unsigned bytes in the largest unit that they fill, rounded to one decimal at most, and to none from 100 on:
    /// `48 KiB`, `1.5 MiB`, `111 MiB`.
    public static String bytes(long bytes) {
        if (Long.compareUnsigned(bytes, 1024) < 0) {
            return exactBytes(bytes);
        }
        double amount = unsigned(bytes) / 1024;
        int unit = 0;
        while (rounded(amount) >= 1024) {
            amount /= 1024;
            unit++;
        }
        return decimal(rounded(amount)) + " " + UNITS[unit];
    }

    /// Unsigned bytes, not rounded: in the largest unit that needs one decimal at most, else to the byte.
    public static String exactBytes(long bytes) {
        for (int unit = UNITS.length - 1; unit >= 0; unit--) {
            long size = 1L << 10 * (unit + 1);
            long rest = Long.remainderUnsigned(bytes, size) * 10;
            if (Long.compareUnsigned(bytes, size) >= 0 && Long.remainderUnsigned(rest, size) == 0) {
                String whole = count(Long.divideUnsigned(bytes, size));
                long tenths = Long.divideUnsigned(rest, size);
                return whole + (tenths == 0 ? "" : "." + tenths) + " " + UNITS[unit];
            }
        }
        return PHRASES.say(bytes == 1 ? "size.byte" : "size.bytes", count(bytes));
    }

    private static double unsigned(long value) {
        double half = value >>> 1;
        return half * 2 + (value & 1);
    }

    private static double rounded(double amount) {
        return amount >= 100 ? Math.rint(amount) : Math.rint(amount * 10) / 10;
    }

    private static String decimal(double amount) {
        boolean whole = amount == Math.rint(amount);
        return whole ? count((long) amount) : String.format(Locale.ROOT, "%.1f", amount);
    }

    /// A number of pages: `1 page`, `8 192 pages`.
    public static String pages(long pages) {
        return PHRASES.say(pages == 1 ? "size.page" : "size.pages", count(pages));
    }

    /// The length of a range: in pages when it is whole ones, else in bytes.
    static String length(PageRange range) {
        boolean whole = range.bytes() % Machine.PAGE_SIZE == 0;
        return whole ? pages(range.bytes() >>> Machine.PAGE_SHIFT) : exactBytes(range.bytes());
    }

    /// Pages of which the last one is a guard page: `4 + 1 pages`. `pages` counts them without it.
    public static String pagesAndGuard(long pages) {
        return PHRASES.say("size.pages-and-guard", count(pages));
    }
}
