/* Results of matches that are told as goals: "by five goals to nothing" is 5-0, "by two goals to one" 2-1. */
#include "claim/check/check.h"

#include "arabic/letters.h"

enum { REACH = 3 };

typedef enum goals { GOALS_ALONE, GOALS_CLEAN, GOALS_TO_ONE, GOALS_AGAINST } goals;

static bool is_goal(isnad_slice thing) { return isnad_slice_equal(thing, isnad_slice_of("goal")); }

static bool begins_with_lam(isnad_slice form) {
  return form.length > 2 && (unsigned char)form.bytes[0] == (0xC0 | LETTER_LAM >> 6) && (unsigned char)form.bytes[1] == (0x80 | (LETTER_LAM & 0x3F));
}

/* What the words say of goals that are counted in `number`: whether the other side had none, or as many as the number at `other`. */
static goals read_behind(size_t *last, const check_table *table, const isnad_tokens *tokens, isnad_span number, isnad_span other) {
  size_t at = isnad_tokens_seek(tokens, number.begin);
  if (at > 0 && tokens->items[at - 1].span.end > number.begin) at--;
  for (size_t t = at + 1; t <= at + REACH && t < tokens->count; t++) {
    uint64_t stem = check_stem(tokens, t);
    bool against = check_is(table, ISNAD_CHECK_WORDS_ROLE_AGAINST, stem);
    bool without = t > 0 && check_is(table, ISNAD_CHECK_WORDS_ROLE_PREPOSITION, check_stem(tokens, t - 1));
    *last = t + 1;
    if (check_is(table, ISNAD_CHECK_WORDS_ROLE_CLEAN, stem) || (against && without)) return GOALS_CLEAN;
    bool one = check_is(table, ISNAD_CHECK_WORDS_ROLE_GOAL, stem); /* "to a goal" */
    if (one && other.begin == other.end &&
        (begins_with_lam(isnad_token_form(tokens, t)) || check_is(table, ISNAD_CHECK_WORDS_ROLE_AGAINST, check_stem(tokens, t - 1))))
      return GOALS_TO_ONE;
    bool reached = other.begin < other.end && tokens->items[t].span.end > other.begin;
    if (reached && (begins_with_lam(isnad_token_form(tokens, t)) || check_is(table, ISNAD_CHECK_WORDS_ROLE_AGAINST, check_stem(tokens, t - 1))))
      return GOALS_AGAINST;
    if (tokens->items[t].kind == ISNAD_TOKEN_PUNCT || reached) return GOALS_ALONE;
  }
  return GOALS_ALONE;
}

void check_read_goals(check_page *p, const check_table *table) {
  size_t kept = 0;
  for (size_t i = 0; i < p->number_count; i++) {
    check_number n = p->numbers[i];
    bool pair = i + 1 < p->number_count && is_goal(p->numbers[i + 1].thing);
    size_t last = 0;
    goals told = is_goal(n.thing) ? read_behind(&last, table, &p->tokens, n.span, pair ? p->numbers[i + 1].span : (isnad_span){0, 0}) : GOALS_ALONE;
    double other = told == GOALS_AGAINST ? p->numbers[i + 1].low : told == GOALS_TO_ONE;
    if (told != GOALS_ALONE) {
      n.measure = isnad_slice_of("score");
      n.thing = n.state = (isnad_slice){NULL, 0};
      n.low = other < n.high ? other : n.high;
      n.high = other < n.high ? n.high : other;
    }
    if (told == GOALS_AGAINST) n.span.end = p->numbers[++i].span.end;
    if (told == GOALS_CLEAN || told == GOALS_TO_ONE) n.span.end = p->tokens.items[last - 1].span.end;
    p->numbers[kept++] = n;
  }
  p->number_count = kept;
}

bool check_ask_goals(check_ask *a, isnad_arena *arena, const check_table *table) {
  isnad_figure_note *notes = isnad_arena_array(arena, a->article.figure_count + 1, sizeof *notes);
  isnad_prepared_figure *prepared = isnad_arena_array(arena, a->article.figure_count + 1, sizeof *prepared);
  size_t kept = 0;
  if (notes == NULL || prepared == NULL) return false;
  for (size_t i = 0; i < a->article.figure_count; i++) {
    isnad_figure_note n = a->article.figures[i];
    isnad_prepared_figure f = a->prepared.figures[i];
    bool pair = i + 1 < a->article.figure_count && is_goal(a->prepared.figures[i + 1].thing);
    size_t last = 0;
    goals told =
        is_goal(f.thing) ? read_behind(&last, table, a->tokens, n.number, pair ? a->article.figures[i + 1].number : (isnad_span){0, 0}) : GOALS_ALONE;
    double other = told == GOALS_AGAINST ? a->article.figures[i + 1].min : told == GOALS_TO_ONE;
    if (told != GOALS_ALONE) {
      n.kind = ISNAD_FIGURE_SCORE;
      f.measure = isnad_slice_of("score");
      f.thing = f.state = (isnad_slice){NULL, 0};
      n.min = other < n.max ? other : n.max;
      n.max = other < n.max ? n.max : other;
      n.has_min = n.has_max = true;
      if (told == GOALS_AGAINST) i++;
      n.number.end = n.span.end = a->tokens->items[last - 1].span.end;
    }
    notes[kept] = n;
    prepared[kept++] = f;
  }
  a->article.figures = notes;
  a->prepared.figures = prepared;
  a->article.figure_count = kept;
  return true;
}
