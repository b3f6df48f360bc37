namespace LlmAspects.Components.Ensembling;

/// <summary>A model of the panel.</summary>
/// <param name="ModelId">The id of the model.</param>
/// <param name="Weight">
/// What its vote weighs beside the others before outcomes say otherwise, above 0 and finite, on any scale: of two members with 0.4 and 0.2 the first one's vote counts twice as much. The default is 1.
/// </param>
public sealed record EnsembleMember(string ModelId, double Weight = 1)
{
    internal static void Validate(IReadOnlyList<EnsembleMember> members, string name)
    {
        ArgumentNullException.ThrowIfNull(members, name);
        if (members.Count == 0)
        {
            throw new ArgumentException("A panel needs a member.", name);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (EnsembleMember member in members)
        {
            ArgumentNullException.ThrowIfNull(member, name);
            ArgumentException.ThrowIfNullOrWhiteSpace(member.ModelId, name);
            if (!(member.Weight > 0 && double.IsFinite(member.Weight)))
            {
                throw new ArgumentOutOfRangeException(name, member.Weight, $"The weight of '{member.ModelId}' must be above 0 and finite.");
            }

            if (!seen.Add(member.ModelId))
            {
                throw new ArgumentException($"The model '{member.ModelId}' is a member twice.", name);
            }
        }
    }
}
