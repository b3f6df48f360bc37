namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What can be done about a query.</summary>
public enum OptimizationStrategy
{
    /// <summary>The model is told to ask when it is not clear what is meant.</summary>
    Clarification,

    /// <summary>The model is told to say what a query of a few words leaves open.</summary>
    Expansion,

    /// <summary>Polite phrases around the request are left out.</summary>
    Simplification,

    /// <summary>An example is asked for.</summary>
    Exemplification,

    /// <summary>The parts of the answer are to stand under numbers.</summary>
    Structuring,

    /// <summary>The length or form of the answer is limited.</summary>
    ConstraintSpecification,

    /// <summary>What the program knows and the query does not say is added: <see cref="OptimizationRequest.Background"/>.</summary>
    ContextAddition,
}
