namespace LlmAspects.Components.Ensembling;

/// <summary>How the answers of a panel become one.</summary>
public enum EnsembleStrategy
{
    /// <summary>Equal answers add up their members' weights, and the heaviest answer wins, as far as the guard lets it. The default.</summary>
    WeightedConsensus,

    /// <summary>The answer that most members gave wins; ties go to the greater weight, then to the more accurate member, then to the first.</summary>
    MajorityVote,

    /// <summary>The answer of the best quality wins; without a measured quality the weighted consensus decides.</summary>
    BestOfN,
}
