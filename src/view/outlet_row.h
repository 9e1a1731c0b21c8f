/* The line of an outlet, in the list of all and on its own. */
#ifndef ISNAD_VIEW_OUTLET_ROW_H
#define ISNAD_VIEW_OUTLET_ROW_H

#include "store/sql.h"
#include "view/sheet.h"

enum { OUTLET_ID_WIDTH = 22 };

/* The outlet of article a: its id when the table knows it, else its name. */
#define OUTLET "coalesce(a.outlet, a.outlet_name)"

/* Of each outlet: its id, its name, its reports, their words, and those of them that the closest report before held. A bare headline is no report.
 * All that is asked of an article stands in the index article_outlet, what it took in edge_taken. A condition follows. */
#define OUTLET_SUMS                                                                                                                                  \
  "SELECT " OUTLET ", min(coalesce(a.outlet_name, a.outlet)), count(*), sum(a.words), total(a.words * (SELECT max(e.share) FROM edge e"              \
  " WHERE e.child = a.id AND e.directed = 1 AND e.kind IN ('copied', 'both', 'laundered'))) FROM article a"                                          \
  " WHERE a.role <> 'headline' AND "

isnad_status outlet_row(sheet *s, sqlite3_stmt *row);

#endif
