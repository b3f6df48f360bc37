namespace LlmAspects.Components.Ensembling;

/// <summary>Whom the guard follows: a panel must not be worse than its best member.</summary>
public enum GuardChoice
{
    /// <summary>Too few outcomes are known to judge: the panel's votes decide.</summary>
    TooFewOutcomes,

    /// <summary>Panel and best member say the same, or the best member says nothing: there is nothing to guard.</summary>
    NothingToDecide,

    /// <summary>The panel overrules the best member, as it does with gain.</summary>
    Panel,

    /// <summary>The best member is followed: overruling it by such a margin has not been shown to gain anything.</summary>
    BestMember,
}
