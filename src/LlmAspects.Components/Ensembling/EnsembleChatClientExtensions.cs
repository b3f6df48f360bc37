using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

/// <summary>Puts a panel behind <see cref="IChatClient"/>.</summary>
public static class EnsembleChatClientExtensions
{
    /// <summary>
    /// Makes a client that asks the panel. Its responses hold the usage of all members, and the <see cref="EnsembleResult"/> as <see cref="ResponseProperties.Ensemble"/>.
    /// Its <c>GetService</c> returns the ensembler, and what the members' client offers. Thread-safe; it disposes nothing.
    /// </summary>
    /// <param name="ensembler">The panel.</param>
    /// <param name="kind">When two answers are the same.</param>
    public static IChatClient AsChatClient(this MultiModelEnsembler ensembler, AnswerKind kind = AnswerKind.Automatic)
    {
        ArgumentNullException.ThrowIfNull(ensembler);
        return new EnsembleChatClient(ensembler, kind);
    }
}
