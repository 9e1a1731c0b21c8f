/* What an alert says: the sentences of data/claim_labels.tsv, filled in. */
#include "alert/inside.h"

#include "base/buf.h"
#include "isnad/arabic.h"
#include "tables.h"

#include <stdio.h>
#include <string.h>

enum { MOST_QUOTED = 160 };

static const isnad_claim_labels_row *row_of(const char *id) {
  for (size_t i = 0; i < isnad_claim_labels_count; i++)
    if (strcmp(isnad_claim_labels_rows[i].id, id) == 0) return &isnad_claim_labels_rows[i];
  return NULL;
}

isnad_slice alert_label(const char *id, bool english) {
  const isnad_claim_labels_row *row = row_of(id);
  return row == NULL ? isnad_slice_of(id) : isnad_slice_of(english ? row->en : row->ar);
}

isnad_slice alert_words(isnad_alert_kind kind, bool english) {
  char id[64];
  snprintf(id, sizeof id, "alert.%s", isnad_alert_kind_name(kind));
  return alert_label(id, english);
}

isnad_slice alert_title(const store_article *a) { return a->headline.length > 0 ? a->headline : a->opening; }

static isnad_slice outlet_of(const store_article *a, bool english) {
  if (a != NULL && a->outlet_name.length > 0) return a->outlet_name;
  return a != NULL && a->outlet.length > 0 ? a->outlet : alert_label("alert.say.nobody", english);
}

static bool is_short(isnad_slice s) { return s.length <= MOST_QUOTED; }

/* Which sentence says what was found. */
static const char *sentence_of(const alert_run *r, const alert_found *found) {
  bool words = is_short(found->before) && is_short(found->after);
  switch (r->self.kind) {
  case ISNAD_ALERT_OUTLET:
    return "alert.say.outlet";
  case ISNAD_ALERT_ENTITY:
    return "alert.say.entity";
  case ISNAD_ALERT_STORY:
    return found->about.length > 0 ? "alert.say.story.from" : "alert.say.story";
  case ISNAD_ALERT_ORIGINS:
    return found->about.length > 0 ? "alert.say.origins.cited" : "alert.say.origins.report";
  case ISNAD_ALERT_FIGURES:
    return found->about.length > 0 ? "alert.say.figures.by" : "alert.say.figures";
  case ISNAD_ALERT_EDITS:
    if (!words || found->before.length + found->after.length == 0) return "alert.say.edits";
    return found->before.length == 0 ? "alert.say.edits.added" : found->after.length == 0 ? "alert.say.edits.dropped" : "alert.say.edits.words";
  default:
    return "alert.say.search";
  }
}

isnad_slice alert_say(alert_run *r, const alert_found *found, bool english) {
  isnad_slice title = found->article != NULL ? alert_title(found->article) : found->origin;
  isnad_slice about = found->after.length > 0 ? found->after : found->about;
  isnad_slice values[] = {title, outlet_of(found->article, english), about, found->before, found->about};
  isnad_slice text = alert_label(sentence_of(r, found), english);
  buf b = buf_new(r->arena, 512);
  for (size_t i = 0; i < text.length; i++) {
    bool place = i + 2 < text.length && text.bytes[i] == '{' && text.bytes[i + 1] >= '0' && text.bytes[i + 1] <= '4' && text.bytes[i + 2] == '}';
    if (!place) buf_add_char(&b, text.bytes[i]);
    if (!place) continue;
    buf_add_slice(&b, values[text.bytes[i + 1] - '0']);
    i += 2;
  }
  return b.failed ? alert_words(r->self.kind, english) : buf_slice(&b);
}
