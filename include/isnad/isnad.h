/* isnad/isnad.h - the umbrella header: every stage, in the order in which a page flows through them. */
#ifndef ISNAD_ISNAD_H
#define ISNAD_ISNAD_H

#include "isnad/arabic.h"
#include "isnad/article.h"
#include "isnad/base.h"
#include "isnad/capture.h"
#include "isnad/note.h"
#include "isnad/page.h"
#include "isnad/record.h"
#include "isnad/stamp.h"

/* The version of the library, "major.minor.patch". */
ISNAD_API const char *isnad_version(void);

#endif
