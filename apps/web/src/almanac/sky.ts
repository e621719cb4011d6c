/** Sun and moon over Stockholm, near enough for an almanac: within a few minutes (NOAA's solar equations, mean lunation). */

const PLACE = { latitude: 59.33, longitude: 18.07 };
const RADIAN = Math.PI / 180;
const DAY = 86_400_000;
const LUNATION = 29.530588853;
/** A new moon: 2000-01-06 18:14 UTC. */
const NEW_MOON = Date.UTC(2000, 0, 6, 18, 14);

export interface SunTimes {
  readonly rise: number;
  readonly set: number;
}

/** Rise and set as instants on the UTC day of `noon`. */
export function sunTimes(noon: number): SunTimes {
  const start = Math.floor(noon / DAY) * DAY;
  const century = (start + DAY / 2 - Date.UTC(2000, 0, 1, 12)) / DAY / 36_525;
  const meanLongitude = (280.46646 + century * 36_000.76983) % 360;
  const anomaly = 357.52911 + century * 35_999.05029;
  const centre =
    Math.sin(anomaly * RADIAN) * 1.914602 +
    Math.sin(2 * anomaly * RADIAN) * 0.019993 +
    Math.sin(3 * anomaly * RADIAN) * 0.000289;
  const longitude = meanLongitude + centre;
  const tilt = 23.4393 - 0.013 * century;
  const declination = Math.asin(Math.sin(tilt * RADIAN) * Math.sin(longitude * RADIAN));
  const y = Math.tan((tilt / 2) * RADIAN) ** 2;
  const equation =
    4 *
    (y * Math.sin(2 * meanLongitude * RADIAN) -
      2 * 0.0167 * Math.sin(anomaly * RADIAN) +
      4 * 0.0167 * y * Math.sin(anomaly * RADIAN) * Math.cos(2 * meanLongitude * RADIAN)) *
    (1 / RADIAN);
  const latitude = PLACE.latitude * RADIAN;
  const hour =
    Math.acos(
      Math.cos(90.833 * RADIAN) / (Math.cos(latitude) * Math.cos(declination)) -
        Math.tan(latitude) * Math.tan(declination),
    ) / RADIAN;
  const middle = 720 - 4 * PLACE.longitude - equation;
  return { rise: start + (middle - 4 * hour) * 60_000, set: start + (middle + 4 * hour) * 60_000 };
}

/** From 0 at the new moon to 1 just before the next. */
export const moonPhase = (at: number): number => {
  const age = ((at - NEW_MOON) / DAY / LUNATION) % 1;
  return age < 0 ? age + 1 : age;
};

/** ISO week of a civil date. */
export function weekOf(year: number, month: number, day: number): number {
  const date = Date.UTC(year, month - 1, day);
  const weekday = (new Date(date).getUTCDay() + 6) % 7;
  const thursday = date + (3 - weekday) * DAY;
  const first = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - first) / DAY / 7) + 1;
}
