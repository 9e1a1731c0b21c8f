#include "arabic/stamp_cursor.h"
#include "base/clock.h"

/* Rules of summer time that hold since 1996 (Europe) and 2007 (North America); zones with other rules of their own are left out:
 * their clock times give a day, not a wrong minute. Source: the IANA time zone database. */
typedef enum summer { NO_SUMMER, EUROPE, AMERICA } summer;

typedef struct zone_rule {
  const char *name;
  int16_t minutes; /* east of UTC in winter */
  uint8_t rule;
  uint16_t since; /* the first full year for which the row holds */
} zone_rule;

static const zone_rule zones[] = {
    {"UTC", 0, NO_SUMMER, 1970},
    {"Africa/Algiers", 60, NO_SUMMER, 1982},
    {"Africa/Djibouti", 180, NO_SUMMER, 1970},
    {"Africa/Khartoum", 120, NO_SUMMER, 2018},
    {"Africa/Mogadishu", 180, NO_SUMMER, 1970},
    {"Africa/Nouakchott", 0, NO_SUMMER, 1970},
    {"Africa/Tripoli", 120, NO_SUMMER, 2014},
    {"Africa/Tunis", 60, NO_SUMMER, 2009},
    {"America/Chicago", -360, AMERICA, 2007},
    {"America/Los_Angeles", -480, AMERICA, 2007},
    {"America/New_York", -300, AMERICA, 2007},
    {"Asia/Aden", 180, NO_SUMMER, 1970},
    {"Asia/Amman", 180, NO_SUMMER, 2023},
    {"Asia/Baghdad", 180, NO_SUMMER, 2008},
    {"Asia/Bahrain", 180, NO_SUMMER, 1973},
    {"Asia/Damascus", 180, NO_SUMMER, 2023},
    {"Asia/Dubai", 240, NO_SUMMER, 1970},
    {"Asia/Karachi", 300, NO_SUMMER, 2010},
    {"Asia/Kolkata", 330, NO_SUMMER, 1970},
    {"Asia/Kuwait", 180, NO_SUMMER, 1970},
    {"Asia/Muscat", 240, NO_SUMMER, 1970},
    {"Asia/Qatar", 180, NO_SUMMER, 1973},
    {"Asia/Riyadh", 180, NO_SUMMER, 1970},
    {"Asia/Shanghai", 480, NO_SUMMER, 1992},
    {"Asia/Tehran", 210, NO_SUMMER, 2023},
    {"Asia/Tokyo", 540, NO_SUMMER, 1970},
    {"Europe/Berlin", 60, EUROPE, 1996},
    {"Europe/Istanbul", 180, NO_SUMMER, 2017},
    {"Europe/Kyiv", 120, EUROPE, 1996},
    {"Europe/London", 0, EUROPE, 1996},
    {"Europe/Moscow", 180, NO_SUMMER, 2015},
    {"Europe/Paris", 60, EUROPE, 1996},
};

enum { SUNDAY = 7 };

static int64_t sunday_from(int64_t year, unsigned month, unsigned day) {
  int64_t days = clock_days(year, month, day);
  return days + (SUNDAY - clock_weekday(days));
}

/* Local seconds at which summer time begins and ends, in winter time. */
static bool in_summer(summer rule, int64_t year, int64_t local, int64_t winter) {
  if (rule == EUROPE)
    return local - winter >= sunday_from(year, 3, 25) * DAY_SECONDS + 3600 && local - winter - 3600 < sunday_from(year, 10, 25) * DAY_SECONDS + 3600;
  if (rule == AMERICA) return local >= sunday_from(year, 3, 8) * DAY_SECONDS + 2 * 3600 && local < sunday_from(year, 11, 1) * DAY_SECONDS + 2 * 3600;
  return false;
}

bool stamp_zone_offset(isnad_slice zone, int64_t local, int32_t *offset) {
  int64_t year = 0;
  unsigned month = 0, day = 0;
  clock_date(clock_day_of(local), &year, &month, &day);
  for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++) {
    if (!isnad_slice_is(zone, zones[i].name)) continue;
    if (year < zones[i].since) return false;
    int32_t winter = zones[i].minutes * 60;
    *offset = winter + (in_summer((summer)zones[i].rule, year, local, winter) ? 3600 : 0);
    return true;
  }
  return false;
}
