/* The notes of an article as keys of its record. */
#include "base/clock.h"
#include "record/print.h"

enum { FIGURE_DECIMALS = 6 };

static bool empty(isnad_span span) { return span.begin == span.end; }

/* A rule stands in every note: its few bytes are put together without a format. */
void print_rule(json_writer *w, isnad_rule rule) {
  json_key(w, "rule");
  if (rule.name != NULL) {
    json_text(w, rule.name);
    return;
  }
  w->comma = true; /* what follows a value that was written past the writer */
  buf_add_char(w->out, '"');
  buf_add_text(w->out, isnad_table_file(rule.table));
  buf_add_char(w->out, ':');
  buf_add_u64(w->out, isnad_table_line(rule.table, rule.row));
  buf_add_char(w->out, '"');
}

static void print_moment(json_writer *w, const char *key, int64_t time) {
  char iso[CLOCK_ISO_ROOM];
  json_key_string(w, key, (isnad_slice){iso, clock_iso(iso, time)});
}

static void print_time(json_writer *w, const isnad_time_note *t) {
  json_open_object(w);
  json_key_span(w, "span", t->span);
  json_key_text(w, "kind", isnad_time_kind_name(t->kind));
  if (t->has_from) print_moment(w, "from", t->when.from);
  if (t->has_to) print_moment(w, "to", t->when.to);
  json_key_text(w, "grain", isnad_grain_name(t->grain));
  if (t->hijri) json_key_text(w, "calendar", "hijri");
  if (t->give_or_take > 0) json_key_u64(w, "give_or_take_days", t->give_or_take);
  if (t->weekday_contradicts) json_key_bool(w, "weekday_contradicts", true);
  print_rule(w, t->rule);
  json_close_object(w);
}

static void print_sum(json_writer *w, const isnad_figure_note *f) {
  if (f->group > 0) json_key_u64(w, "group", f->group);
  if (f->sum == ISNAD_SUM_AGREES) json_key_text(w, "sum", "agrees");
  if (f->sum != ISNAD_SUM_DIFFERS) return;
  json_key_text(w, "sum", "differs");
  json_key_fixed(w, "differs_by", f->differs_by, FIGURE_DECIMALS);
}

static void print_figure(json_writer *w, const isnad_figure_note *f) {
  json_open_object(w);
  json_key_span(w, "span", f->span);
  json_key_span(w, "number", f->number);
  json_key_text(w, "kind", isnad_figure_kind_name(f->kind));
  if (f->has_min) json_key_fixed(w, "min", f->min, FIGURE_DECIMALS);
  if (f->has_max) json_key_fixed(w, "max", f->max, FIGURE_DECIMALS);
  json_key_text(w, "qualifier", isnad_qualifier_name(f->qualifier));
  json_key_string(w, "unit", f->unit);
  json_key_string(w, "thing", f->thing);
  if (f->times > 1) json_key_u64(w, "times", f->times);
  print_sum(w, f);
  if (f->claimant >= 0) json_key_u64(w, "claimant", (uint64_t)f->claimant);
  print_rule(w, f->rule);
  json_close_object(w);
}

static void print_name(json_writer *w, const isnad_page *page, const isnad_name_note *name) {
  json_open_object(w);
  json_key_span(w, "span", name->bare);
  json_key_text(w, "type", isnad_name_type_name(name->type));
  json_key_text(w, "form", name->form == ISNAD_FORM_NOMINAL ? "nominal" : "name");
  json_key_string(w, "entity", name->entity);
  json_key_string(w, "canonical", name->canonical);
  if (!empty(name->role)) {
    json_key(w, "role");
    json_open_object(w);
    json_key_span(w, "span", name->role);
    json_key_string(w, "text", isnad_slice_at(page->text, name->role));
    json_close_object(w);
  }
  print_rule(w, name->rule);
  json_close_object(w);
}

static void print_speaker(json_writer *w, const isnad_quote_note *q) {
  if (q->canonical.length == 0 && empty(q->speaker)) return;
  json_key(w, "speaker");
  json_open_object(w);
  json_key_string(w, "entity", q->entity);
  json_key_string(w, "canonical", q->full.length > 0 ? q->full : q->canonical);
  if (!empty(q->speaker)) json_key_span(w, "span", q->speaker);
  json_key_bool(w, "implicit", q->implicit);
  if (q->anonymous) json_key_bool(w, "anonymous", true);
  json_close_object(w);
}

static void print_quote(json_writer *w, const isnad_page *page, const isnad_quote_note *q) {
  json_open_object(w);
  json_key_span(w, "span", q->span);
  json_key_text(w, "mode", isnad_quote_mode_name(q->mode));
  if (!empty(q->verb)) json_key_span(w, "verb", q->verb);
  print_speaker(w, q);
  if (!empty(q->addressee)) json_key_string(w, "addressee", isnad_slice_at(page->text, q->addressee));
  if (q->via >= 0) json_key_u64(w, "via", (uint64_t)q->via);
  print_rule(w, q->rule);
  json_close_object(w);
}

static void print_source(json_writer *w, const isnad_source_note *source) {
  json_open_object(w);
  json_key_span(w, "span", source->span);
  json_key(w, "source");
  json_open_object(w);
  json_key_string(w, "id", source->named.id);
  json_key_string(w, "canonical", source->named.name);
  if (!empty(source->named.span)) json_key_span(w, "span", source->named.span);
  json_close_object(w);
  json_key_text(w, "kind", isnad_source_kind_name(source->kind));
  json_key_text(w, "scope", isnad_scope_name(source->scope));
  if (!empty(source->via.span)) {
    json_key(w, "via");
    json_open_object(w);
    json_key_string(w, "id", source->via.id);
    json_key_string(w, "canonical", source->via.name);
    json_key_span(w, "span", source->via.span);
    print_rule(w, source->via.rule);
    json_close_object(w);
  }
  print_rule(w, source->named.rule);
  json_close_object(w);
}

void print_notes(json_writer *w, const isnad_page *page, const isnad_article *a) {
  json_key(w, "times");
  json_open_array(w);
  for (size_t i = 0; i < a->time_count; i++) print_time(w, &a->times[i]);
  json_close_array(w);
  json_key(w, "figures");
  json_open_array(w);
  for (size_t i = 0; i < a->figure_count; i++) print_figure(w, &a->figures[i]);
  json_close_array(w);
  json_key(w, "names");
  json_open_array(w);
  for (size_t i = 0; i < a->name_count; i++) print_name(w, page, &a->names[i]);
  json_close_array(w);
  json_key(w, "quotes");
  json_open_array(w);
  for (size_t i = 0; i < a->quote_count; i++) print_quote(w, page, &a->quotes[i]);
  json_close_array(w);
  json_key(w, "sources");
  json_open_array(w);
  for (size_t i = 0; i < a->source_count; i++) print_source(w, &a->sources[i]);
  json_close_array(w);
}
