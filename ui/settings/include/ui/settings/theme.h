#pragma once

namespace sheen {

enum class Theme { System, Light, Dark };

/** Gives the application the colours; windows with a style sheet follow QEvent::ApplicationPaletteChange. To
 * be called in the widgets' thread. */
void applyTheme(Theme theme);

}  // namespace sheen
