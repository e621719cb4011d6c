// Leaving was already asked for in Samnav; without scripts the button does the same.
document.querySelector('button[name=logout]')?.click();
