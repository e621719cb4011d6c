import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { KeepAreaSettings, type KeptAreaSettings } from '#use-cases/area/keep-area-settings.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { AreaSettings, AreaSettingsInput } from './area-settings.model.js';

@Resolver(() => AreaSettings)
export class AreaSettingsResolver {
  constructor(private readonly settings: KeepAreaSettings) {}

  @Requires('manage-organisation')
  @Query(() => AreaSettings, { description: 'The words and places of my municipality’s groups about places.' })
  async areaSettings(@CurrentCaller() caller: StaffCaller): Promise<AreaSettings> {
    return shown(await this.settings.read(caller));
  }

  @Requires('manage-organisation')
  @Query(() => AreaSettings, { description: 'As it would be; nothing is kept.' })
  async areaSettingsPreview(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AreaSettingsInput,
  ): Promise<AreaSettings> {
    return shown(await this.settings.preview(caller, writtenOf(input)));
  }

  @Requires('manage-organisation')
  @Mutation(() => AreaSettings, {
    description: 'Keeps the words and places; what has been used is retired and never taken away.',
  })
  async setAreaSettings(
    @CurrentCaller() caller: StaffCaller,
    @Args('input') input: AreaSettingsInput,
  ): Promise<AreaSettings> {
    return shown(await this.settings.save(caller, writtenOf(input), input.version));
  }
}

const writtenOf = ({ phenomena, places }: AreaSettingsInput) => ({
  phenomena: phenomena.map((one) => ({ ...one, id: one.id ?? null })),
  places: places.map((one) => ({ ...one, slug: one.slug ?? null })),
});

const shown = ({ phenomena, sketch, version }: KeptAreaSettings): AreaSettings => ({
  version,
  phenomena: phenomena.map(({ id, name, retired = false }) => ({ id, name, retired })),
  hasSketch: sketch !== null,
  width: sketch?.width ?? 0,
  height: sketch?.height ?? 0,
  districts: sketch?.districts.map(({ slug, name, outline }) => ({ slug, name, outline })) ?? [],
  lines: sketch?.lines.map(({ kind, name, points }) => ({ kind, name, points })) ?? [],
  places:
    sketch?.places.map(({ slug, name, district, x, y, retired = false }) => ({
      slug,
      name,
      district,
      x,
      y,
      retired,
    })) ?? [],
});
