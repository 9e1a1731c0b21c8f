/* The names of kinds as the record prints them. */
#include "isnad/note.h"

#define NAME_OF(names, value) ((size_t)(value) < sizeof names / sizeof names[0] ? names[value] : "unknown")

const char *isnad_source_kind_name(isnad_source_kind kind) {
  static const char *const names[] = {"agency", "outlet", "official", "document", "social", "footage", "anonymous", "credit"};
  return NAME_OF(names, kind);
}

const char *isnad_scope_name(isnad_scope scope) {
  static const char *const names[] = {"article", "paragraph", "sentence", "clause"};
  return NAME_OF(names, scope);
}

const char *isnad_name_type_name(isnad_name_type type) {
  static const char *const names[] = {"person", "place", "organization", "outlet", "facility", "product", "event"};
  return NAME_OF(names, type);
}

const char *isnad_time_kind_name(isnad_time_kind kind) {
  static const char *const names[] = {"absolute", "relative", "range", "since", "until", "before", "after", "recurring", "duration", "vague"};
  return NAME_OF(names, kind);
}

const char *isnad_grain_name(isnad_grain grain) {
  static const char *const names[] = {"second", "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade", "century", "vague"};
  return NAME_OF(names, grain);
}

const char *isnad_qualifier_name(isnad_qualifier qualifier) {
  static const char *const names[] = {"exact", "approx", "at_least", "at_most", "more_than", "less_than", "range"};
  return NAME_OF(names, qualifier);
}

const char *isnad_figure_kind_name(isnad_figure_kind kind) {
  static const char *const names[] = {"cardinal", "ordinal", "percent", "money", "measure", "duration", "age", "score", "fraction"};
  return NAME_OF(names, kind);
}

const char *isnad_quote_mode_name(isnad_quote_mode mode) {
  static const char *const names[] = {"direct", "fragment", "indirect"};
  return NAME_OF(names, mode);
}
