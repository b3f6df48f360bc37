using System.Collections.Concurrent;
using LlmAspects.Analyzers.Missing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAspects.Analyzers.Usage;

/// <summary>Which methods of a type call each other, and which call a model. May be filled by several threads.</summary>
internal sealed class TypeCalls
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> _calledBy = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _callModels = new(SymbolEqualityComparer.Default);

    public void Add(ISymbol caller, IOperation call, AspectSymbols symbols)
    {
        var target = call is IInvocationOperation invocation ? invocation.TargetMethod : ((IMethodReferenceOperation)call).Method;
        if (ModelCallRules.IsModelCall(call, symbols))
        {
            _callModels[caller.OriginalDefinition] = true;
        }
        else if (SymbolEqualityComparer.Default.Equals(target.ContainingType?.OriginalDefinition, caller.ContainingType?.OriginalDefinition))
        {
            _calledBy.GetOrAdd(caller.OriginalDefinition, static _ => []).Add(target.OriginalDefinition);
        }
    }

    /// <summary>Whether a method calls a model, itself or through other methods of its type.</summary>
    public bool ReachModel(ISymbol method)
    {
        var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { method };
        var open = new Stack<ISymbol>(reached);
        while (open.Count > 0)
        {
            var current = open.Pop();
            if (_callModels.ContainsKey(current))
            {
                return true;
            }

            foreach (var next in _calledBy.TryGetValue(current, out var called) ? called : [])
            {
                if (reached.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }
}
