namespace LlmAspects.Components.Orchestration;

/// <summary>Puts the parts of a part into a plan.</summary>
internal static class PlanExpansion
{
    /// <summary>What stands between the id of a part and those of its own parts.</summary>
    public const char Separator = '.';

    /// <summary>The parts need what the part needed; the part needs them as well and joins them.</summary>
    public static Workflow Expand(Workflow plan, WorkflowNode part, Workflow parts)
    {
        string IdOf(string id) => part.Id + Separator + id;
        IEnumerable<WorkflowNode> inner = parts.Nodes.Select(node => node with
        {
            Id = IdOf(node.Id),
            DependsOn = node.DependsOn.Count == 0 ? part.DependsOn : [.. node.DependsOn.Select(IdOf)],
        });
        var needed = parts.Nodes.SelectMany(static node => node.DependsOn).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> last = parts.Nodes.Where(node => !needed.Contains(node.Id)).Select(node => IdOf(node.Id));
        return new Workflow(plan.Nodes.SelectMany(node => node.Id == part.Id ? inner.Append(part with { DependsOn = [.. part.DependsOn, .. last] }) : [node]));
    }
}
