/** A week of an area as it goes out: counts as far as they may be told, and words in which nobody is named. */
import { weekNumber, writeDay } from '#domain/area/area-week.js';
import type { Sketch } from '#domain/area/sketch.js';
import type { AreaPage, ShownMeasure, ShownSighting } from '#use-cases/area/read-area.js';
import type { AreaMeasure, AreaSighting, AreaWeek, TownSketch } from './area.model.js';

export function areaShown(page: AreaPage): AreaWeek {
  const { group, closed } = page;
  return {
    groupId: group.id,
    formName: page.formName,
    area: group.area,
    coordinatorName: group.coordinatorName,
    own: page.own,
    mayLead: page.mayLead,
    mayAdd: page.mayAdd,
    monday: writeDay(page.monday),
    thisMonday: writeDay(page.thisWeek),
    week: page.number.week,
    year: page.number.year,
    closedAt: closed?.at ?? null,
    closedBy: closed?.byName ?? null,
    phenomena: page.terms.phenomena.map(({ id, name, retired = false }) => ({ id, name, retired })),
    bands: page.terms.bands.map(({ id, name }) => ({ id, name, retired: false })),
    sketch: page.sketch ? sketchShown(page.sketch) : null,
    sightings: page.sightings.map(sightingShown),
    places: page.places.map(({ place, told, before, byPhenomenon }) => ({
      place,
      times: told,
      before,
      byPhenomenon: byPhenomenon.map(({ phenomenon, told: times }) => ({ phenomenon, times })),
    })),
    trend: page.trend.map(({ monday, told }) => ({
      monday: writeDay(monday),
      week: weekNumber(monday).week,
      times: told,
    })),
    measures: page.measures.map(measureShown),
    members: page.members.map(({ staffId, name, branchName, house }) => ({
      staffId,
      name,
      branchName,
      houseKind: house.kind,
    })),
    silent: [...page.silent],
  };
}

const sketchShown = ({ width, height, districts, lines, places }: Sketch): TownSketch => ({
  width,
  height,
  districts: districts.map(({ slug, name, outline }) => ({ slug, name, outline })),
  lines: lines.map(({ kind, name, points }) => ({ kind, name, points })),
  places: places.map(({ slug, name, district, x, y, retired = false }) => ({ slug, name, district, x, y, retired })),
});

const sightingShown = ({ row, own, told }: ShownSighting): AreaSighting => ({
  id: row.id,
  own,
  branchName: row.branchName,
  houseKind: row.houseKind,
  place: row.place,
  band: row.band,
  phenomenon: row.phenomenon,
  times: told,
  words: row.words,
  struck: row.struck,
  toldAt: row.toldAt,
});

const measureShown = ({ row, carried, late, mayEnd }: ShownMeasure): AreaMeasure => ({
  id: row.id,
  version: row.version,
  place: row.place,
  phenomenon: row.phenomenon,
  what: row.what,
  ownerName: row.ownerName,
  ownerBranchName: row.ownerBranchName,
  ownerKind: row.ownerKind,
  dueOn: row.dueOn,
  state: row.state,
  result: row.result,
  carried,
  late,
  mayEnd,
});
