using System.Collections.Immutable;

namespace LlmAspects.Components.Orchestration;

/// <summary>A workflow cannot be run as it is defined. Raised before any model is asked.</summary>
public sealed class InvalidWorkflowException : LlmOrchestratorException
{
    /// <summary>The error code when nodes depend on each other in a circle.</summary>
    public const string Cycle = "workflow_cycle";

    /// <summary>The error code when a node depends on one that is not there.</summary>
    public const string UnknownDependency = "unknown_dependency";

    /// <summary>The error code when two nodes have the same id.</summary>
    public const string DuplicateNode = "duplicate_node";

    /// <summary>The error code when a node has values that are not allowed, or there is no node.</summary>
    public const string InvalidNode = "invalid_node";

    /// <summary>Creates the exception.</summary>
    /// <param name="errorCode">One of the constants of this type.</param>
    /// <param name="message">What is wrong, with the names of the nodes.</param>
    /// <param name="nodes">The nodes; of a cycle all of them in the order in which each needs the next.</param>
    public InvalidWorkflowException(string errorCode, string message, ImmutableArray<string> nodes)
        : base(errorCode, message) => Nodes = nodes;

    /// <summary>The nodes that are wrong.</summary>
    public ImmutableArray<string> Nodes { get; }
}
