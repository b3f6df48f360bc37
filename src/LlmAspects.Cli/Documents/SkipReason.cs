namespace LlmAspects.Cli.Documents;

/// <summary>Why an entry of the folder was not read.</summary>
internal enum SkipReason
{
    Hidden,
    BuildOutput,
    Report,
    SecretName,
    LinkInside,
    LinkOutside,
    NotRegular,
    Binary,
    TooLarge,
    TotalLimit,
    FileLimit,
    TooDeep,
    Unreadable,
    Empty,
}
