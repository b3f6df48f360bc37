namespace LlmAspects.CodeFixes.Core;

/// <summary>A Core that is to be created.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Header">Its attributes and signature.</param>
internal sealed record MissingCore(string Name, string Header);
