namespace LlmAspects.Components.Tokens.Images;

/// <summary>What an image is scaled down to before its patches are counted.</summary>
/// <param name="MaxSide">The longest side in pixels, at least 32.</param>
/// <param name="MaxPatches">The most patches, at least 1; <see langword="null"/> is no limit.</param>
public readonly record struct ImageLimits(int MaxSide, int? MaxPatches = null);
