/** Small drawings, one for each kind of page: they say what the page is about to whoever does not read it. */
import type { ReactNode } from 'react';
import './drawings.css';

const SCENES = {
  letter: (
    <>
      <ellipse className="d-shade" cx="160" cy="190" rx="104" ry="9" />
      <path className="d-wash" d="M70 88l90-58 90 58v94a6 6 0 0 1-6 6H76a6 6 0 0 1-6-6z" />
      <path className="d-fill" d="M94 58h132a4 4 0 0 1 4 4v88H90V62a4 4 0 0 1 4-4z" />
      <path className="d-line d-thin" d="M110 84h72M110 102h98M110 120h54" />
      <path className="d-fill" d="M70 92l90 60 90-60v90a6 6 0 0 1-6 6H76a6 6 0 0 1-6-6z" />
      <path className="d-line" d="M74 186l62-50M246 186l-62-50" />
    </>
  ),
  phone: (
    <>
      <ellipse className="d-shade" cx="160" cy="204" rx="70" ry="8" />
      <rect className="d-fill" x="112" y="16" width="96" height="184" rx="16" />
      <rect className="d-wash" x="122" y="36" width="76" height="136" rx="4" />
      <path className="d-line" d="M150 186h20" />
      <circle className="d-act" cx="160" cy="96" r="27" />
      <path className="d-on-act" d="M148 97l9 9 16-18" />
      <path className="d-line d-thin" d="M138 144h44M146 157h28" />
      <path
        className="d-line d-thin"
        d="M226 76c8 12 8 30 0 42M240 64c14 20 14 46 0 66M94 76c-8 12-8 30 0 42M80 64c-14 20-14 46 0 66"
      />
    </>
  ),
  screen: (
    <>
      <ellipse className="d-shade" cx="160" cy="200" rx="112" ry="8" />
      <rect className="d-fill" x="44" y="36" width="162" height="112" rx="9" />
      <path className="d-fill" d="M108 148h34l6 26h-46z" />
      <path className="d-line" d="M88 176h74" />
      <path className="d-wash" d="M100 66h18v18h-18zM134 66h18v18h-18zM100 100h18v18h-18z" />
      <path className="d-line d-thin" d="M136 102h6v6M152 102v16h-10" />
      <rect className="d-fill" x="222" y="82" width="58" height="112" rx="10" />
      <path className="d-line" d="M246 184h10" />
      <path className="d-line d-thin" d="M236 112v-8h8M266 112v-8h-8M236 138v8h8M266 138v8h-8" />
    </>
  ),
  door: (
    <>
      <ellipse className="d-shade" cx="160" cy="198" rx="108" ry="9" />
      <rect className="d-wash" x="108" y="24" width="104" height="170" rx="3" />
      <path className="d-warm" d="M118 34h84v160h-84z" />
      <path className="d-fill" d="M118 34l58 18v158l-58-16z" />
      <circle className="d-line" cx="164" cy="126" r="3" />
      <path className="d-line d-thin" d="M202 194l44 8M202 160l36 4" />
      <path className="d-line" d="M66 196c0-22 4-34 16-44M66 196c-2-18-8-28-18-34M54 196h26" />
    </>
  ),
  lifebuoy: (
    <>
      <ellipse className="d-shade" cx="160" cy="202" rx="76" ry="8" />
      <circle className="d-fill" cx="160" cy="108" r="80" />
      <path
        className="d-warm"
        d="M104 51a80 80 0 0 1 32-19l12 43a36 36 0 0 0-13 8zM216 51a80 80 0 0 0-32-19l-12 43a36 36 0 0 1 13 8zM104 165a80 80 0 0 0 32 19l12-43a36 36 0 0 1-13-8zM216 165a80 80 0 0 1-32 19l-12-43a36 36 0 0 0 13-8z"
      />
      <circle className="d-wash" cx="160" cy="108" r="35" />
      <path className="d-act" d="M160 128c-26-16-22-36-10-36 6 0 9 4 10 8 1-4 4-8 10-8 12 0 16 20-10 36z" />
    </>
  ),
  calendar: (
    <>
      <ellipse className="d-shade" cx="160" cy="202" rx="92" ry="8" />
      <rect className="d-fill" x="72" y="42" width="176" height="152" rx="10" />
      <path className="d-wash" d="M72 80V52a10 10 0 0 1 10-10h156a10 10 0 0 1 10 10v28z" />
      <path className="d-line" d="M112 28v26M208 28v26" />
      <path
        className="d-line d-thin"
        d="M98 106h16M138 106h16M178 106h16M98 136h16M138 136h16M178 136h16M98 166h16M138 166h16"
      />
      <circle className="d-act" cx="208" cy="163" r="21" />
      <path className="d-on-act" d="M199 164l7 7 12-14" />
    </>
  ),
  pen: (
    <>
      <ellipse className="d-shade" cx="160" cy="200" rx="104" ry="8" />
      <path className="d-fill" d="M84 26h120l32 32v132H84z" />
      <path className="d-wash" d="M204 26v32h32z" />
      <path className="d-line d-thin" d="M108 66h72M108 86h104M108 106h84M108 126h98" />
      <path className="d-line" d="M108 168c14-22 22 12 32-4s10 10 24 0" />
      <path className="d-warm" d="M176 160l72-82 18 16-72 82-24 8z" />
      <path className="d-line" d="M238 90l18 16" />
    </>
  ),
  cup: (
    <>
      <ellipse className="d-shade" cx="160" cy="192" rx="100" ry="9" />
      <path className="d-wash" d="M96 96h118v42a46 46 0 0 1-46 46h-26a46 46 0 0 1-46-46z" />
      <path className="d-line" d="M214 108h16a20 20 0 0 1 0 40h-17" />
      <path className="d-fill" d="M74 184h164l-10 12H84z" />
      <path className="d-line d-thin" d="M130 78c-8-12 8-18 0-32M156 78c-8-12 8-18 0-32M182 78c-8-12 8-18 0-32" />
      <path className="d-act" d="M155 158c-26-16-22-36-10-36 6 0 9 4 10 8 1-4 4-8 10-8 12 0 16 20-10 36z" />
    </>
  ),
  book: (
    <>
      <ellipse className="d-shade" cx="160" cy="194" rx="118" ry="9" />
      <path
        className="d-fill"
        d="M160 56c-26-18-62-22-104-18v136c42-4 78 0 104 18 26-18 62-22 104-18V38c-42-4-78 0-104 18z"
      />
      <path className="d-line" d="M160 56v136" />
      <path
        className="d-line d-thin"
        d="M78 70c22-1 42 2 60 10M78 94c22-1 42 2 60 10M78 118c22-1 42 2 60 10M182 80c18-8 38-11 60-10M182 104c18-8 38-11 60-10"
      />
      <path className="d-warm" d="M206 150V126c14-3 24-4 36-4v22l-18-6z" />
    </>
  ),
  night: (
    <>
      <ellipse className="d-shade" cx="160" cy="200" rx="96" ry="8" />
      <circle className="d-wash" cx="160" cy="104" r="88" />
      <path className="d-warm" d="M204 48a34 34 0 1 0 22 46 28 28 0 0 1-22-46z" />
      <path className="d-line d-thin" d="M98 52v12M92 58h12M246 130v10M241 135h10M128 34v8M124 38h8" />
      <path
        className="d-fill"
        d="M88 138c-8-8-6-22 2-30l10-10c6-6 12-4 16 2l10 16c4 6 2 11-2 15l-8 8c6 14 18 26 32 32l8-8c4-4 9-6 15-2l16 10c6 4 8 10 2 16l-10 10c-8 8-22 10-30 2z"
      />
    </>
  ),
  bubble: (
    <>
      <ellipse className="d-shade" cx="160" cy="200" rx="96" ry="8" />
      <path
        className="d-wash"
        d="M58 40h140a12 12 0 0 1 12 12v68a12 12 0 0 1-12 12h-84l-34 30v-30H58a12 12 0 0 1-12-12V52a12 12 0 0 1 12-12z"
      />
      <path className="d-line" d="M108 76c0-26 40-26 40-2 0 16-20 16-20 30M128 116v1" />
      <path
        className="d-fill"
        d="M154 102h104a12 12 0 0 1 12 12v48a12 12 0 0 1-12 12h-4v24l-28-24h-72a12 12 0 0 1-12-12v-48a12 12 0 0 1 12-12z"
      />
      <path className="d-line d-thin" d="M164 126h84M164 146h56" />
    </>
  ),
  window: (
    <>
      <ellipse className="d-shade" cx="160" cy="202" rx="100" ry="8" />
      <rect className="d-wash" x="84" y="28" width="152" height="160" rx="4" />
      <path className="d-line" d="M160 28v160M84 108h152" />
      <path className="d-fill" d="M84 28h44c4 60-2 100-22 160H84zM236 28h-44c-4 60 2 100 22 160h22z" />
      <path
        className="d-line d-thin"
        d="M98 28c2 60-2 110-6 160M113 28c3 60-2 112-12 160M222 28c-2 60 2 110 6 160M207 28c-3 60 2 112 12 160"
      />
      <path className="d-line" d="M70 24h180M72 190h176" />
    </>
  ),
  paper: (
    <>
      <ellipse className="d-shade" cx="160" cy="202" rx="88" ry="8" />
      <path
        className="d-fill"
        d="M100 18h120a4 4 0 0 1 4 4v170l-16-9-16 9-16-9-16 9-16-9-16 9-16-9-16 9V22a4 4 0 0 1 4-4z"
      />
      <path className="d-line d-thin" d="M120 46h52M120 64h80M120 82h66" />
      <circle className="d-act" cx="160" cy="130" r="25" />
      <path className="d-on-act" d="M148 131l9 9 16-18" />
    </>
  ),
  cloud: (
    <>
      <ellipse className="d-shade" cx="160" cy="196" rx="92" ry="8" />
      <path className="d-wash" d="M96 150a38 38 0 0 1 4-76 56 56 0 0 1 106-4 42 42 0 0 1 18 80z" />
      <path className="d-line" d="M142 98l36 36M178 98l-36 36" />
    </>
  ),
  chairs: (
    <>
      <ellipse className="d-shade" cx="160" cy="198" rx="120" ry="9" />
      <path
        className="d-fill"
        d="M56 66h44v60H56zM56 126h56v14H56zM60 140v54M106 140v54M220 66h44v60h-44zM208 126h56v14h-56zM214 140v54M260 140v54"
      />
      <path className="d-warm" d="M122 120h76l6 12h-88z" />
      <path className="d-line" d="M160 132v58M140 192h40" />
      <path className="d-wash" d="M150 118v-16h20v16z" />
    </>
  ),
  clock: (
    <>
      <ellipse className="d-shade" cx="160" cy="202" rx="76" ry="8" />
      <circle className="d-fill" cx="160" cy="108" r="80" />
      <circle className="d-wash" cx="160" cy="108" r="62" />
      <path className="d-line" d="M160 62v46l30 18M160 40v6M160 170v6M92 108h-6M234 108h-6" />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;

export type SceneName = keyof typeof SCENES;

export function Scene({ name }: { readonly name: SceneName }) {
  return (
    <svg className="drawing" viewBox="0 0 320 214" aria-hidden="true" focusable="false">
      {SCENES[name]}
    </svg>
  );
}
