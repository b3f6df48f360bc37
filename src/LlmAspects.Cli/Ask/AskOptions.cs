using LlmAspects.Cli.Documents;
using LlmAspects.Cli.Models;

namespace LlmAspects.Cli.Ask;

/// <summary>What the user asked for.</summary>
internal sealed record AskOptions
{
    /// <summary>The question; <see langword="null"/>: the three questions about this product.</summary>
    public string? Question { get; init; }

    /// <summary>The folder; <see langword="null"/>: this product's documents.</summary>
    public string? Docs { get; init; }

    /// <summary>The model; <see langword="null"/>: the embedded one.</summary>
    public string? Model { get; init; }

    /// <summary>How the question is answered; <see langword="null"/>: by one model, or by the panel if there is one.</summary>
    public AskStrategy? Strategy { get; init; }

    /// <summary>The members of the panel; <see langword="null"/>: none were named.</summary>
    public IReadOnlyList<PanelEntry>? Ensemble { get; init; }

    /// <summary>The file of questions whose right answers are known, with the members' answers; <see langword="null"/>: none.</summary>
    public string? Outcomes { get; init; }

    /// <summary>The folder of the report; <see langword="null"/>: none is written.</summary>
    public string? Report { get; init; }

    /// <summary>The file of the price table; <see langword="null"/>: the compiled prices.</summary>
    public string? Prices { get; init; }

    /// <summary>Whether a key may travel over plain http.</summary>
    public bool Insecure { get; init; }

    /// <summary>What is read at most.</summary>
    public ReadLimits Limits { get; init; } = new();
}
