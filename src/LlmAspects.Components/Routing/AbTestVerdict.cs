namespace LlmAspects.Components.Routing;

/// <summary>What an A/B test says.</summary>
public enum AbTestVerdict
{
    /// <summary>Not enough is known, or there is no difference.</summary>
    Undecided,

    /// <summary>The control is better.</summary>
    Control,

    /// <summary>The treatment is better.</summary>
    Treatment,
}
