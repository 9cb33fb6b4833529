//! The colours of the console.

texts! { in theme;
    dark: "Dark", "Dunkel";
    high_contrast: "High contrast", "Hoher Kontrast";
    light: "Light", "Hell";
    system: "System", "System";
}
