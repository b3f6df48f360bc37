using LlmAspects.Components.Text;

namespace LlmAspects.Components.Quality;

/// <summary>A sentence of an answer that states something.</summary>
/// <param name="Range">The sentence in the answer.</param>
/// <param name="Statement">What it says.</param>
internal sealed record Claim(TextRange Range, Statement Statement)
{
    /// <summary>What it counts among others: its words that say something.</summary>
    public int Weight => Statement.Stems.Count;
}
