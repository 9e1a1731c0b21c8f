/* The three ways of what fired. */
#ifndef ISNAD_ALERT_DELIVER_H
#define ISNAD_ALERT_DELIVER_H

#include "alert/inside.h"

enum { ALERT_FEED = 1, ALERT_COMMAND = 2, ALERT_WEBHOOK = 4 };

typedef struct alert_event {
  int64_t id, alert, tries;
  unsigned sent; /* ways that are done */
  isnad_slice body, name, feed, command, webhook;
  bool allow_private;
  char error[240];
} alert_event;

/* Writes the latest events of the event's alert as an Atom feed (RFC 4287). ISNAD_IO: the file cannot be written. */
isnad_status alert_write_feed(alert_run *r, const alert_event *e, isnad_err *err);

/* Runs the command with the body on its standard input; marks it as sent when it ends with 0 within half a minute. */
void alert_run_command(alert_event *e);

/* Posts what has a webhook; marks what was taken. One try each; those behind one that failed wait for the next run. */
isnad_status alert_post(alert_run *r, alert_event *events, size_t count, const isnad_fetch_options *net);

#endif
