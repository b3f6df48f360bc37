namespace LlmAspects.Components.Prompting;

/// <summary>Where a sign counts.</summary>
internal enum CuePlace
{
    /// <summary>Anywhere.</summary>
    Anywhere,

    /// <summary>Where a sentence begins, polite openings left aside.</summary>
    SentenceStart,
}
