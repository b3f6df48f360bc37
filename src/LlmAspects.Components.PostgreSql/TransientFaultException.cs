using Npgsql;

namespace LlmAspects.Components.PostgreSql;

/// <summary>Marks a fault that another attempt may not meet; never leaves <see cref="TransactionRunner"/>.</summary>
internal sealed class TransientFaultException(NpgsqlException fault) : Exception(fault.Message, fault);
