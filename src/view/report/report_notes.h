/* Where the evidence of a report stands, as numbered notes at its end. */
#ifndef ISNAD_VIEW_REPORT_NOTES_H
#define ISNAD_VIEW_REPORT_NOTES_H

#include "view/report/report_doc.h"

/* Places on pages ("id [begin,end)") in the order in which they are first named. */
typedef struct report_notes {
  isnad_slice *items;
  size_t count;
} report_notes;

/* Room for the mentions among the blocks. Returns ISNAD_OK, ISNAD_NO_MEMORY. */
isnad_status report_notes_new(report_notes *out, const report *r);

/* The number of a place, raised, with a link to its note. */
void report_note_mark(buf *out, report_notes *notes, isnad_slice place);

/* The list: outlet, headline, place, and a link to the page when its address is known. */
void report_notes_write(buf *out, report *r, const report_notes *notes);

#endif
